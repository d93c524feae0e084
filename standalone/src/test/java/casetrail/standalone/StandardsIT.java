package casetrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.standalone.catalogue.FilingStandards;
import casetrail.standalone.imports.SharedFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardsIT {

    private static final String TABLE = """
            大类代码,大类名称,小类代码,小类名称,处置单位,主管部门,立案条件,结案条件,处置时限
            01,公用设施,01,井盖,甲、乙,丙,缺失,恢复,2紧急工作时
            ,,,,,,破损,更换,4小时
            ,,2,箅子,,,堵塞,通畅,很快
            """;

    @TempDir
    Path folder;

    @Test
    void a_table_becomes_a_catalogue_with_every_fault_and_remark_told() throws Exception {
        var table = Files.writeString(folder.resolve("our-components.csv"), TABLE);
        var typed = new Typed(folder.resolve("data"));
        try (var server = Serving.start(typed.data())) {
            var kept = server.directory().toRealPath().resolve("catalogues/our-components.json");

            assertThat(typed.said("import", "filing-standards", table.toString(), "--version", "2026"))
                    .containsExactly(
                            "catalogue    our-components, version 2026",
                            "subclasses   1",
                            "rows         2",
                            "faults       1",
                            "remarks      2",
                            "kept in      " + kept,
                            "fault        line 4, 处置时限: is no amount with a known unit (很快)",
                            "remark       line 3, 处置时限: does not say which days or hours; read as working ones (4小时)",
                            "remark       line 4, 小类代码: has one digit; read as 02 (2)");
            assertThat(FilingStandards.read(kept).version()).isEqualTo("2026");

            assertThat(typed.said("import", "filing-standards", table.toString(), "--version", "2026"))
                    .contains("rows         2");
            Files.writeString(table, TABLE.replace("更换", "修复"));
            fails(
                    typed,
                    table,
                    1,
                    "casetrail: our-components is kept as version 2026 already and says something else;"
                            + " give this table a --version of its own",
                    "--version",
                    "2026");
            assertThat(typed.said("import", "filing-standards", table.toString(), "--version", "2027"))
                    .contains("catalogue    our-components, version 2027");
        }
    }

    @Test
    void what_is_no_such_table_is_told_in_one_line() throws Exception {
        var typed = new Typed(folder.resolve("data"));
        try (var server = Serving.start(typed.data())) {
            assertThat(server.process().pid()).isPositive();
            var events = Files.writeString(folder.resolve("events.csv"), "大类代码,小类代码\n01,01\n");
            fails(typed, events, 1, "casetrail: events.csv: the table lacks the columns ");
            var nothing = Files.writeString(folder.resolve("some.csv"), TABLE);
            fails(typed, nothing, 1, "casetrail: some.csv: nothing tells whether the table is about components");
            var unnamed = Files.writeString(folder.resolve("部件.csv"), TABLE);
            fails(typed, unnamed, 1, "casetrail: 部件.csv: 部件 is no name of a catalogue");
            var latin = Files.write(folder.resolve("components.csv"), new byte[] {(byte) 0xB4, (byte) 0xF3, '\n'});
            fails(typed, latin, 1, "casetrail: components.csv: the table is not UTF-8");
            fails(typed, latin, 2, "--limit is for service requests only", "--limit", "3");
            assertThat(typed.data().resolve("catalogues")).doesNotExist();
        }
    }

    @Test
    void a_real_citys_table_is_read_without_a_server() throws Exception {
        var real = SharedFiles.find("categories/yuncheng-components.csv");
        if (real.isEmpty()) {
            System.out.println("StandardsIT: " + SharedFiles.notRun("categories/yuncheng-components.csv"));
        }
        var table = real.isPresent()
                ? real.get()
                : Files.copy(
                        Checkout.root()
                                .resolve("standalone/src/main/resources/casetrail/standalone/demo/catalogue.csv"),
                        folder.resolve("demo-catalogue.csv"));
        var typed = new Typed(folder.resolve("data"));

        var said = typed.said("import", "filing-standards", table.toString());

        assertThat(said)
                .contains("faults       0")
                .anyMatch(line -> line.startsWith("catalogue    ") && line.endsWith(", version 1"));
        if (real.isPresent()) {
            assertThat(said).contains("subclasses   92", "rows         375");
        }
        var name = table.getFileName().toString().replace(".csv", ".json");
        assertThat(typed.data().resolve("catalogues").resolve(name)).exists();
    }

    private static void fails(Typed typed, Path table, int status, String words, String... more) throws Exception {
        var command = new String[more.length + 3];
        command[0] = "import";
        command[1] = "filing-standards";
        command[2] = table.toString();
        System.arraycopy(more, 0, command, 3, more.length);
        try (var process = typed.start(command)) {
            assertThat(process.end()).isEqualTo(status);
            assertThat(process.said().getFirst()).startsWith(words);
        }
    }
}
