package org.covigie.bot.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    @TempDir
    private Path folder;

    private TwilioStandIn standIn() {
        return TwilioStandIn.builder().publicUrl("http://127.0.0.1:1").stateFile(folder.resolve("twilio.json")).build();
    }

    @Test
    void people_messages_templates_and_the_group_outlive_a_restart() {
        String template = "HX" + "3".repeat(32);
        try (TwilioStandIn before = standIn().start()) {
            Person lea = before.world().person("Léa", null, "FR.LEA1");
            lea.writes("Bonjour");
            before.world().group().joins(lea);
            before.world().group().says(lea, "Entre nous");
            before.world().approved(template, "avis", "fr", "Une nouvelle vous attend.");
            before.world().note("step", "1");
        }
        try (TwilioStandIn after = standIn().start()) {
            Person lea = after.world().people().getFirst();
            assertThat(lea.name()).isEqualTo("Léa");
            assertThat(after.world().messages(lea)).extracting(SeenMessage::text).containsExactly("Bonjour");
            assertThat(lea.windowOpen()).isTrue();
            assertThat(after.world().group().lines()).hasSize(1);
            assertThat(after.world().note("step")).hasValue("1");
            assertThat(new Caller(after).created("To", lea.address(), "ContentSid", template).status()).isEqualTo(201);
            assertThat(after.world().person("Léa Kervella", null, "FR.LEA1").key()).isEqualTo(lea.key());
        }
    }

    @Test
    void a_file_that_cannot_be_read_is_put_aside() throws IOException {
        Files.writeString(folder.resolve("twilio.json"), "{");
        try (TwilioStandIn standIn = standIn().start()) {
            assertThat(standIn.world().people()).isEmpty();
        }
        assertThat(folder.resolve("twilio.json.unreadable")).exists();
    }
}
