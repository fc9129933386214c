package org.covigie.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.covigie.bot.platform.Cell;
import org.covigie.bot.signals.SignalDocument;
import org.covigie.bot.testing.WebHouse.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportsApiTest extends WebTest {
    @Test
    void csvHasTheNamesOfTheJsonAndSurvivesCommasQuotesAndLines() {
        SignalDocument signal = web.published("/p note, avec virgule",
                "Il a dit « non », puis \"oui\"\nà la ligne – é");
        Answer answer = web.get("/api/v1/signals.csv?status=PUBLISHED");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"signals.csv\"");
        assertThat(answer.body()).startsWith("id,number,kind,status,holds,text,note,group.id,group.name,channel,"
                + "authorProfession,department,sourceAt,taggedAt,publishedAt,answers,platform.id,platform.url,findings\r\n");
        List<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(answer.body()).stream().toList();
        NamedCsvRecord line = lines.stream().filter(one -> one.getField("id").equals(signal.id().toString()))
                .findFirst()
                .orElseThrow();
        assertThat(line.getField("text")).isEqualTo(signal.text());
        assertThat(line.getField("note")).isEqualTo("note, avec virgule");
        assertThat(line.getField("group.name")).isEqualTo("Médecins de la côte");
        assertThat(line.getField("publishedAt")).endsWith("Z");
        assertThat(line.getField("platform.url")).startsWith("https://platform.test/");
        assertThat(line.getField("department")).isEmpty();
    }

    @Test
    void aCellThatASpreadsheetWouldCalculateIsMadeHarmless() {
        SignalDocument draft = web.draft("/f", "=HYPERLINK(\"http://evil.test\";\"clic\")");
        Answer answer = web.get("/api/v1/signals.csv?kind=WEAK_SIGNAL");
        NamedCsvRecord line = CsvReader.builder().ofNamedCsvRecord(answer.body()).stream()
                .filter(one -> one.getField("id").equals(draft.id().toString())).findFirst().orElseThrow();
        assertThat(line.getField("text")).startsWith("'=HYPERLINK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33", "-2", "@x", "\t=1", "\r=1", "\n=1", "＝1", "＋1"})
    void everyBeginningOfAFormulaIsKnown(String cell) {
        assertThat(Cell.harmless(cell)).isEqualTo("'" + cell);
        assertThat(Cell.harmless("a" + cell)).isEqualTo("a" + cell);
    }

    @Test
    void ndjsonHasOneSignalALineAsItStands() {
        SignalDocument draft = web.draft("/p", "=tel quel\nsur deux lignes");
        Answer answer = web.get("/api/v1/signals.ndjson?status=DRAFT&since=" + draft.taggedAt());
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(answer.header("Content-Disposition")).contains("signals.ndjson");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst()).isEqualTo(web.get("/api/v1/signals/" + draft.id()).body());
    }

    @Test
    void moreThanOneBatchComesWhole() {
        SignalDocument one = web.draft("/s", "beaucoup");
        for (int i = 0; i < ExportsApi.BATCH + 5; i++) {
            web.house().get(org.springframework.jdbc.core.simple.JdbcClient.class)
                    .sql("""
                            insert into signal (id, group_id, number, kind, status, text, findings, author_consent, patient_data,
                            drug_reaction, source_print, channel, quoted_part, rewritten, media, forwarded, language, source_at, tagged_at,
                            round, edition, version)
                            select gen_random_uuid(), group_id, :n, kind, status, text, findings, author_consent, patient_data,
                            drug_reaction, :print, channel, quoted_part, rewritten, media, forwarded, language, source_at, tagged_at,
                            round, edition, version from signal where id = :id""")
                    .param("n", 1000 + i).param("print", "copy" + i)
                    .param("id", one.id()).update();
        }
        assertThat(web.get("/api/v1/signals.ndjson?kind=SOLUTION").body().lines().distinct())
                .hasSize(ExportsApi.BATCH + 6);
        assertThat(web.get("/api/v1/signals.csv?kind=SOLUTION").body().lines()).hasSize(ExportsApi.BATCH + 7);
    }

    @Test
    void nothingWantedIsAHeaderAlone() {
        assertThat(web.get("/api/v1/signals.csv?group=4711").body().lines()).hasSize(1);
        assertThat(web.get("/api/v1/signals.ndjson?group=4711").body()).isEmpty();
    }
}
