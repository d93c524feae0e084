package casetrail.command.cases;

import casetrail.rules.clocks.ClockProfile;
import casetrail.rules.clocks.ElapsedHours;
import java.time.Instant;

/** Where decisions get the policy and the clock profile that are in force. Safe for many threads, and quick. */
public interface CaseRulebook {

    /** The same at all times: the built-in policy and plain elapsed hours. */
    CaseRulebook BUILT_IN = of(CasePolicy.BUILT_IN, ElapsedHours.PROFILE);

    /** The policy in force at a moment. */
    CasePolicy policy(Instant at);

    /** The clock profile in force at a moment. */
    ClockProfile clocks(Instant at);

    /** The same at all times. */
    static CaseRulebook of(CasePolicy policy, ClockProfile clocks) {
        return new CaseRulebook() {
            @Override
            public CasePolicy policy(Instant at) {
                return policy;
            }

            @Override
            public ClockProfile clocks(Instant at) {
                return clocks;
            }
        };
    }
}
