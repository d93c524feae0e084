package casetrail.command.cases.http;

/** How long texts may be, in UTF-16 units. */
final class Texts {

    static final int DESCRIPTION_MAX = 4_000;
    static final int RESULT_MAX = 4_000;
    static final int NOTE_MAX = 4_000;
    static final int ANSWER_MAX = 4_000;
    static final int REASON_MAX = 2_000;
    static final int CONTACT_MAX = 300;
    static final int PUBLIC_TEXT_MAX = 500;
    static final int ASSET_ID_MAX = 80;
    static final int CONDITION_MAX = 120;
    static final int RECORD_CLASS_MAX = 60;

    private Texts() {}
}
