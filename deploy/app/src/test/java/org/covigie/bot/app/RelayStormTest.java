package org.covigie.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.covigie.bot.app.Installation.Setup;
import org.covigie.bot.sandbox.twilio.Faults;
import org.covigie.bot.sandbox.twilio.Post;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ten lines to a group of sixty, over HTTP, by a provider that is busy, fails before and after the fact, and hangs up. */
class RelayStormTest {
    private static final int PEOPLE = 60;
    private static final int LINES = 10;
    /** Half a minute as a rule: what was not made is asked for twice, 25 s apart, before it is posted again. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern LINE = Pattern.compile("ligne (\\d+) de la tempête");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = Setup.class, names = {"POLLING_H2", "WEBHOOK_POSTGRESQL"})
    void trap_4_3_everyCopyHasOneFinalStateNobodyIsPostedALineTwiceAndNoWordsAreLeft(Setup setup) {
        Installation house = new Installation(setup, folder).withWhatsApp();
        house.settings.put("covigie.relay.daily-limit", "0");
        try (house) {
            RelayedCrowd crowd = RelayedCrowd.open(house.start(), "Tempête", PEOPLE);
            int before = house.twilio().world().posts().size();
            Faults faults = house.twilio().world().faults();
            faults.share(Faults.Kind.TOO_MANY, 0.05);
            faults.share(Faults.Kind.BROKEN, 0.02);
            faults.share(Faults.Kind.DROPPED, 0.01);

            IntStream.rangeClosed(1, LINES).forEach(n -> crowd.founder().writes("ligne " + n + " de la tempête"));

            JdbcClient db = house.get(JdbcClient.class);
            int copies = (PEOPLE - 1) * LINES;
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> count(db,
                    "outbox where kind = 'relay' and final_at is not null") == copies);
            assertThat(count(db, "outbox where kind = 'relay'")).isEqualTo(copies);
            assertThat(count(db, "outbox where kind = 'relay' and status in ('DELIVERED', 'READ')"))
                    .isEqualTo(copies);
            assertThat(count(db, "outbox where body is not null or address is not null")).isZero();
            assertThat(count(db, "inbox")).isZero();

            List<Post> all = house.twilio().world().posts();
            List<Post> posts = all.subList(before, all.size());
            for (Telephone one : crowd.others()) {
                List<Post> own = posts.stream().filter(post -> post.to().equals(one.person().address())).toList();
                assertThat(lines(own.stream().filter(post -> post.sid() != null).toList()))
                        .as("made once, in the order of writing")
                        .containsExactlyElementsOf(IntStream.rangeClosed(1, LINES).boxed().toList());
                assertThat(lines(own)).as("posted again only what had not been made")
                        .hasSize(LINES + lines(own.stream().filter(post -> post.sid() == null).toList()).size());
            }
            assertThat(posts).extracting(Post::status).as("the provider was no easy one")
                    .containsAnyOf(429, 500, 0);
        }
    }

    private static List<Integer> lines(List<Post> posts) {
        List<Integer> lines = new ArrayList<>();
        for (Post post : posts) {
            Matcher line = LINE.matcher(post.body());
            while (line.find()) {
                lines.add(Integer.parseInt(line.group(1)));
            }
        }
        return lines;
    }

    private static long count(JdbcClient db, String what) {
        return db.sql("select count(*) from " + what).query(Long.class).single();
    }
}
