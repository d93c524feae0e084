package casetrail.standalone.catalogue;

import static casetrail.standalone.catalogue.Column.Blank.AS_ABOVE;
import static casetrail.standalone.catalogue.Column.Blank.AS_ABOVE_IN_CLASS;
import static casetrail.standalone.catalogue.Column.Blank.AS_ABOVE_IN_SUBCLASS;
import static casetrail.standalone.catalogue.Column.Blank.NOTHING;

import java.util.Arrays;
import java.util.Optional;

/** The columns of filing-standard tables; the same thing is headed differently in different editions. */
enum Column {
    KIND(false, NOTHING, "类别", ""),
    MAJOR_CODE(true, AS_ABOVE, "大类代码", ""),
    MAJOR_NAME(true, AS_ABOVE, "大类名称", ""),
    MAJOR_NAME_ENGLISH(false, AS_ABOVE_IN_CLASS, "大类名称英文", ""),
    CODE(true, AS_ABOVE, "小类代码", ""),
    NAME(true, AS_ABOVE_IN_SUBCLASS, "小类名称", ""),
    NAME_ENGLISH(false, AS_ABOVE_IN_SUBCLASS, "小类名称英文", ""),
    CONDITION(true, NOTHING, "立案条件", ""),
    CONDITION_ENGLISH(false, NOTHING, "立案条件英文", ""),
    LIMIT(true, NOTHING, "处置时限", ""),
    CLOSURE(true, NOTHING, "结案条件", ""),
    CLOSURE_ENGLISH(false, NOTHING, "结案条件英文", ""),
    UNITS(true, AS_ABOVE, "处置单位", "责任主体"),
    AUTHORITIES(true, AS_ABOVE, "主管部门", "监管主体"),
    UNIT_TYPE(false, AS_ABOVE_IN_SUBCLASS, "单位类型", ""),
    SIMPLE_PROCEDURE(false, AS_ABOVE_IN_SUBCLASS, "简易程序", ""),
    LEGAL_BASIS(false, AS_ABOVE_IN_SUBCLASS, "法律法规依据", ""),
    LEGAL_ARTICLE(false, AS_ABOVE_IN_SUBCLASS, "法律法规具体条款", ""),
    COLLECTION(false, AS_ABOVE_IN_SUBCLASS, "采集要求", "");

    private final boolean needed;
    private final Blank blank;
    private final String heading;
    private final String otherHeading;

    Column(boolean needed, Blank blank, String heading, String otherHeading) {
        this.needed = needed;
        this.blank = blank;
        this.heading = heading;
        this.otherHeading = otherHeading;
    }

    /** What a blank cell means. Cells that were merged in the workbook come out blank but for the first. */
    enum Blank {
        NOTHING,
        AS_ABOVE,
        /** As above, unless the row names a class of its own. */
        AS_ABOVE_IN_CLASS,
        /** As above, unless the row begins another subclass. */
        AS_ABOVE_IN_SUBCLASS
    }

    static Optional<Column> headed(String text) {
        var wanted = text.strip();
        return Arrays.stream(values())
                .filter(c -> c.heading.equals(wanted) || (!wanted.isEmpty() && c.otherHeading.equals(wanted)))
                .findFirst();
    }

    /** Whether a table without it is none. */
    boolean needed() {
        return needed;
    }

    Blank blank() {
        return blank;
    }

    String heading() {
        return heading;
    }
}
