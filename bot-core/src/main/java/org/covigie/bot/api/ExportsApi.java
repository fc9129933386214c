package org.covigie.bot.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.covigie.bot.signals.Kind;
import org.covigie.bot.signals.SignalDocument;
import org.covigie.bot.signals.Signals;
import org.covigie.bot.signals.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** All wanted signals in one answer, written while they are read: never more than one batch of them is in memory. */
@RestController
@Tag(name = "signals")
class ExportsApi {
    static final int BATCH = 200;

    private final Signals signals;
    private final JsonMapper json;

    ExportsApi(Signals signals, JsonMapper json) {
        this.signals = signals;
        this.json = json;
    }

    @GetMapping("/api/v1/signals.csv")
    @Operation(summary = "All signals as CSV, newest first", description = "RFC 4180, comma, UTF-8. A cell that a spreadsheet would calculate begins with an apostrophe.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    void csv(@RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable Long group,
            @RequestParam(required = false) @Nullable Instant since,
            HttpServletResponse response) throws IOException {
        Signals.Wanted wanted = new Signals.Wanted(status, kind, group, since);
        List<SignalDocument> first = signals.after(wanted, null, BATCH);
        CsvWriter csv = CsvWriter.builder().build(answer(response, "text/csv;charset=UTF-8", "signals.csv"),
                StandardCharsets.UTF_8);
        csv.writeRecord(CsvRow.HEADER);
        walk(wanted, first, signal -> csv.writeRecord(CsvRow.of(signal)));
        csv.flush();
    }

    @GetMapping("/api/v1/signals.ndjson")
    @Operation(summary = "All signals, one JSON object a line, newest first")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = SignalDocument.class)))
    void ndjson(@RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable Long group,
            @RequestParam(required = false) @Nullable Instant since,
            HttpServletResponse response) throws IOException {
        Signals.Wanted wanted = new Signals.Wanted(status, kind, group, since);
        List<SignalDocument> first = signals.after(wanted, null, BATCH);
        OutputStream out = answer(response, "application/x-ndjson", "signals.ndjson");
        walk(wanted, first, signal -> {
            out.write(json.writeValueAsBytes(signal));
            out.write('\n');
        });
    }

    /** Takes one signal. */
    private interface Sink {
        void take(SignalDocument signal) throws IOException;
    }

    private void walk(Signals.Wanted wanted, List<SignalDocument> first, Sink sink) throws IOException {
        List<SignalDocument> batch = first;
        while (!batch.isEmpty()) {
            for (SignalDocument signal : batch) {
                sink.take(signal);
            }
            batch = batch.size() < BATCH ? List.of() : signals.after(wanted, batch.getLast(), BATCH);
        }
    }

    private static OutputStream answer(HttpServletResponse response, String type, String file) throws IOException {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
        return response.getOutputStream();
    }
}
