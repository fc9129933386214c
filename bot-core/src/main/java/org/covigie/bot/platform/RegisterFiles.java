package org.covigie.bot.platform;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.covigie.bot.register.Confirmed;
import org.covigie.bot.register.Corroborations;
import org.covigie.bot.register.Register;
import org.covigie.bot.signals.SignalDocument;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a search finds as a file: the filters are those of the page. The first {@value #MOST} in CSV, pages in JSON. */
@RestController
@Conditional(BuiltIn.class)
class RegisterFiles {
    static final int MOST = 1_000;
    private static final int BATCH = 200;
    private static final int PAGE = 50;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Register register;
    private final Corroborations corroborations;
    /** A file takes many queries, and everybody may ask for it: the bot's own work keeps its connections. */
    private final Semaphore making = new Semaphore(2);
    private final String here;

    RegisterFiles(Register register, Corroborations corroborations, Environment environment) {
        this.register = register;
        this.corroborations = corroborations;
        this.here = Addresses.here(environment);
    }

    /** As every list of the interface: the first page is 0. */
    record Page(List<PublicSignal> items, int page, int size, long total) {}

    @GetMapping(path = "/register/signals.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Page> json(@RequestParam Map<String, String> query) {
        Search search = Search.of(query);
        Register.Found found = register.find(search.sought(), Register.Order.BEST, search.page(), PAGE);
        return answer().body(new Page(open(found.items()).toList(), search.page(), PAGE, found.total()));
    }

    @GetMapping("/register/signals.csv")
    ResponseEntity<byte[]> csv(@RequestParam Map<String, String> query) throws IOException {
        if (!making.tryAcquire()) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "5").build();
        }
        try {
            return written(query);
        } finally {
            making.release();
        }
    }

    private ResponseEntity<byte[]> written(Map<String, String> query) throws IOException {
        Search search = Search.of(query);
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(PublicSignal.HEADER);
            IntStream.range(0, MOST / BATCH)
                    .mapToObj(page -> register.find(search.sought(), Register.Order.BEST, page, BATCH).items())
                    .takeWhile(batch -> !batch.isEmpty()).flatMap(this::open)
                    .forEach(signal -> csv.writeRecord(signal.cells()));
        }
        return answer().contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"covigie-signals.csv\"")
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Stream<PublicSignal> open(List<SignalDocument> signals) {
        Map<UUID, Confirmed> confirmed = corroborations.of(signals.stream().map(SignalDocument::id).toList());
        return signals.stream().map(signal -> PublicSignal.of(signal, register.linked(signal), here,
                confirmed.getOrDefault(signal.id(), Confirmed.NONE)));
    }

    private static ResponseEntity.BodyBuilder answer() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePublic());
    }
}
