package casetrail.standalone.demo;

import casetrail.events.Actor;
import casetrail.events.UnitCode;
import casetrail.standalone.catalogue.StandardRow;
import casetrail.standalone.catalogue.Subclass;
import java.util.Objects;
import java.util.Random;

/**
 * Where a story plays, what it is about and who is on duty. Verifier, checker and approver are other people than those whose work they
 * look at.
 */
record Scene(
        Staff staff,
        City.Spot spot,
        Subclass subclass,
        StandardRow row,
        UnitCode unit,
        UnitCode otherUnit,
        Actor reporter,
        Actor otherMember,
        Actor acceptor,
        Actor closer,
        Actor shiftLeader,
        Actor secondLeader,
        Actor dispatcher,
        Actor handler,
        Actor otherHandler,
        int houseNumber) {

    private static final int HOUSES = 180;

    static Scene pick(City city, Staff staff, City.Spot spot, Subclass subclass, StandardRow row, Random random) {
        var unit = new UnitCode(Objects.requireNonNull(row.unitType(), "our own catalogue names unit types"));
        var others = city.units().stream()
                .map(City.Unit::code)
                .filter(u -> !u.equals(unit))
                .toList();
        int member = 1 + random.nextInt(Staff.GRID_MEMBERS);
        int acceptor = 1 + random.nextInt(Staff.ACCEPTORS);
        int leader = 1 + random.nextInt(Staff.SHIFT_LEADERS);
        int handler = 1 + random.nextInt(2);
        return new Scene(
                staff,
                spot,
                subclass,
                row,
                unit,
                others.get(random.nextInt(others.size())),
                staff.one("grid-member", member),
                staff.one("grid-member", 1 + member % Staff.GRID_MEMBERS),
                staff.one("acceptor", acceptor),
                staff.one("acceptor", 1 + acceptor % Staff.ACCEPTORS),
                staff.one("shift-leader", leader),
                staff.one("shift-leader", 1 + leader % Staff.SHIFT_LEADERS),
                staff.one("dispatcher", 1 + random.nextInt(Staff.DISPATCHERS)),
                staff.handler(unit, handler),
                staff.handler(unit, 3 - handler),
                1 + random.nextInt(HOUSES));
    }

    Actor lead() {
        return staff.lead(unit);
    }

    Actor otherLead() {
        return staff.lead(otherUnit);
    }

    String publicText() {
        return "%s：%s / %s: %s"
                .formatted(
                        subclass.name().chinese(),
                        row.condition().chinese(),
                        subclass.name().english(),
                        row.condition().english());
    }

    String address() {
        var road = spot.grid().road();
        return "%s%s%d号 / %d %s, %s"
                .formatted(
                        spot.street().name().chinese(),
                        road.chinese(),
                        houseNumber,
                        houseNumber,
                        road.english(),
                        spot.community().name().english());
    }
}
