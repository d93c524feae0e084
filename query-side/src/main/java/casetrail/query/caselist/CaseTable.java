package casetrail.query.caselist;

import casetrail.query.asking.CsvTable;
import casetrail.query.casefile.Coded;
import casetrail.query.casefile.Tongue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A page of cases as a table, with titles in the reader's language. */
final class CaseTable {

    private CaseTable() {}

    /** A column with its titles. */
    private enum Column {
        NUMBER("number", "案卷编号"),
        ID("id", "标识"),
        STATE("state", "状态"),
        STATE_CODE("state code", "状态代码"),
        KIND("kind", "问题类型"),
        CLASS("class", "大类"),
        SUBCLASS("subclass", "小类"),
        PUBLIC_TEXT("public text", "公开描述"),
        ADDRESS("address", "地址"),
        GRID("grid", "网格"),
        LATITUDE("latitude", "纬度"),
        LONGITUDE("longitude", "经度"),
        UNIT("unit", "责任单位"),
        HANDLER("handler", "处置人员"),
        CHANNEL("channel", "渠道"),
        SOURCE("source", "来源"),
        FLAGS("flags", "标记"),
        PRIORITY("priority", "优先级"),
        STAGE("stage", "环节"),
        DEADLINE("deadline", "截止时间"),
        REMAINING("remaining seconds", "剩余秒数"),
        RETURNS("returns", "退回次数"),
        REWORKS("reworks", "返工次数"),
        EXTENSIONS("extensions", "延期次数"),
        SUSPENSIONS("suspensions", "挂账次数"),
        SUPERVISIONS("supervisions", "督办次数"),
        REOPENINGS("reopenings", "重开次数"),
        OPENED("opened", "上报入库时间"),
        REPORTED("reported", "上报时间"),
        UPDATED("updated", "更新时间"),
        VERSION("version", "版本"),
        POSITION("position", "日志位置");

        private final String english;
        private final String chinese;

        Column(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        private @Nullable Object of(CaseRow row) {
            var kind = row.classification();
            var due = row.due();
            return switch (this) {
                case NUMBER -> row.number();
                case ID -> row.id();
                case STATE -> row.status().words();
                case STATE_CODE -> row.status().code();
                case KIND -> row.kind();
                case CLASS -> kind == null ? null : kind.majorClass();
                case SUBCLASS -> kind == null ? null : kind.subclass();
                case PUBLIC_TEXT -> row.publicText();
                case ADDRESS -> row.place().address();
                case GRID -> row.place().grid();
                case LATITUDE -> row.place().latitude();
                case LONGITUDE -> row.place().longitude();
                case UNIT -> row.unit();
                case HANDLER -> row.handler();
                case CHANNEL -> row.channel();
                case SOURCE -> row.source();
                case FLAGS -> row.flags().stream().map(Coded::words).collect(Collectors.joining("; "));
                case PRIORITY -> row.priority();
                case STAGE -> due == null ? null : due.stage();
                case DEADLINE -> due == null ? null : due.deadline();
                case REMAINING -> due == null ? null : due.remainingSeconds();
                case RETURNS -> row.counters().returns();
                case REWORKS -> row.counters().reworks();
                case EXTENSIONS -> row.counters().extensions();
                case SUSPENSIONS -> row.counters().suspensions();
                case SUPERVISIONS -> row.counters().supervisions();
                case REOPENINGS -> row.counters().reopenings();
                case OPENED -> row.openedAt();
                case REPORTED -> row.reportedAt();
                case UPDATED -> row.updatedAt();
                case VERSION -> row.version();
                case POSITION -> row.position();
            };
        }
    }

    static String of(List<CaseRow> rows, Tongue tongue) {
        var table = new CsvTable(Arrays.stream(Column.values())
                .map(c -> tongue == Tongue.CHINESE ? c.chinese : c.english)
                .toList());
        for (var row : rows) {
            table.row(Arrays.stream(Column.values()).map(c -> c.of(row)).toList());
        }
        return table.toString();
    }
}
