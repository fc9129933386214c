package org.covigie.bot.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.covigie.bot.messaging.Attachment;
import org.covigie.bot.messaging.Button;
import org.covigie.bot.messaging.Opening;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Rich;
import org.covigie.bot.messaging.Rich.Mark;
import org.covigie.bot.messaging.Rich.Style;
import org.covigie.bot.people.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WhatsAppWriterTest {
    private static final Address LEA = new Address("whatsapp", Twilio.LEA);

    private final WhatsAppWriter writer = new WhatsAppWriter(Twilio.means("HX-"));
    private final WhatsAppWriter numbers = new WhatsAppWriter(Twilio.means(null));

    @Test
    void a_text_is_a_body() {
        assertThat(ready(writer, text("Bonjour", List.of()))).isEqualTo(Sending.text(Twilio.LEA, "Bonjour"));
    }

    @Test
    void trap_3_1_the_word_null_is_not_lost() {
        String body = String.valueOf(ready(writer, text("null", List.of())).body());
        assertThat(body).isNotEqualTo("null");
        assertThat(body.strip()).isEqualTo("null");
    }

    @Test
    void a_text_without_words_is_not_sent() {
        assertThat(writer.write(text(" ", List.of()))).isEqualTo(new WhatsAppWriter.Written.Unfit("empty"));
    }

    @Test
    void trap_3_3_up_to_three_choices_are_buttons_in_the_session() {
        Sending sending = ready(writer, text("Quelle suite ?", rows(3)));
        assertThat(sending.template()).isEqualTo("HX-covigie-quick-reply-3-v1");
        assertThat(sending.body()).isNull();
        assertThat(sending.media()).isNull();
        JsonNode variables = variables(sending);
        assertThat(variables.path("1").asString()).isEqualTo("Quelle suite ?");
        assertThat(variables.path("2").asString()).isEqualTo("Choix 1");
        assertThat(variables.path("3").asString()).isEqualTo("/choix 1");
        assertThat(variables.path("7").asString()).isEqualTo("/choix 3");
        assertThat(variables.size()).isEqualTo(7);
    }

    @Test
    void trap_3_3_four_to_ten_choices_are_a_list_in_the_session() {
        assertThat(ready(writer, text("Lequel ?", rows(4))).template()).isEqualTo("HX-covigie-list-picker-4-v1");
        assertThat(ready(writer, text("Lequel ?", rows(10))).template()).isEqualTo("HX-covigie-list-picker-10-v1");
    }

    @Test
    void trap_3_6_what_came_back_because_of_its_template_goes_with_numbers() {
        Sending sending = ready(writer, text("Quelle suite ?", rows(2)).inNumbers());
        assertThat(sending.template()).isNull();
        assertThat(sending.body()).isEqualTo("Quelle suite ?\n\n1 → Choix 1\n2 → Choix 2");
    }

    @Test
    void trap_3_3_more_choices_are_numbered() {
        Sending sending = ready(writer, text("Lequel ?", rows(11)));
        assertThat(sending.template()).isNull();
        assertThat(sending.body()).startsWith("Lequel ?\n\n1 → Choix 1\n2 → Choix 2\n").endsWith("\n11 → Choix 11");
    }

    @Test
    void without_a_template_choices_are_numbered_and_links_stand_below() {
        List<List<Button>> rows = List.of(List.of(Button.command("Oui", "/oui"), Button.link("Charte", "https://c.fr")),
                List.of(Button.command("Non", "/non")));
        assertThat(ready(numbers, text("D’accord ?", rows)).body())
                .isEqualTo("D’accord ?\n\n1 → Oui\n2 → Non\nCharte : https://c.fr");
        assertThat(variables(ready(writer, text("D’accord ?", rows))).path("1").asString())
                .isEqualTo("D’accord ?\n\nCharte : https://c.fr");
    }

    @Test
    void a_link_alone_is_a_line_of_text() {
        Sending sending = ready(writer, text("Voici", List.of(List.of(Button.link("Lire", "https://c.fr")))));
        assertThat(sending).isEqualTo(Sending.text(Twilio.LEA, "Voici\n\nLire : https://c.fr"));
    }

    @Test
    void trap_3_2_a_long_title_is_cut_and_a_long_text_is_numbered() {
        List<List<Button>> rows = List.of(List.of(Button.command("👍".repeat(15), "/oui")));
        String title = variables(ready(writer, text("Bien ?", rows))).path("2").asString();
        assertThat(title).hasSizeLessThanOrEqualTo(20).isEqualTo("👍".repeat(9) + "…");
        Sending sending = ready(writer, text("x".repeat(1025), rows(2)));
        assertThat(sending.template()).isNull();
        assertThat(sending.body()).endsWith("1 → Choix 1\n2 → Choix 2").hasSizeLessThanOrEqualTo(1600);
        assertThat(ready(writer, text("x".repeat(1600), rows(2))).body()).endsWith("2 → Choix 2")
                .hasSizeLessThanOrEqualTo(1600);
    }

    @Test
    void two_choices_that_would_look_alike_are_numbered() {
        List<List<Button>> rows = List.of(List.of(Button.command("Une très longue réponse A", "/a"),
                Button.command("Une très longue réponse B", "/b")));
        assertThat(ready(writer, text("Bien ?", rows)).body()).contains("1 → Une très longue réponse A");
    }

    @Test
    void trap_3_2_variables_are_tidy_and_never_empty() {
        Sending sending = ready(writer, text("  a" + " ".repeat(9) + "b" + "\n ".repeat(9) + "\nc", rows(1)));
        assertThat(variables(sending).path("1").asString()).isEqualTo("a    b\n\nc");
        assertThat(writer.write(text("", rows(2)))).isInstanceOfSatisfying(WhatsAppWriter.Written.Ready.class,
                ready -> assertThat(ready.sending().body()).startsWith("1 → Choix 1"));
        Sending opener = ready(writer, new Outgoing.Opener(LEA, Opening.SYNTHESIS, List.of(" ", "https://c.fr")));
        assertThat(variables(opener).path("1").asString()).isNotBlank();
    }

    @Test
    void trap_3_2_an_opener_is_a_template_without_body() {
        Sending sending = ready(writer, new Outgoing.Opener(LEA, Opening.SYNTHESIS, List.of("Titre", "https://c.fr")));
        assertThat(sending.template()).isEqualTo("HX" + "1".repeat(32));
        assertThat(sending.body()).isNull();
        assertThat(variables(sending).path("2").asString()).isEqualTo("https://c.fr");
        assertThat(ready(writer, new Outgoing.Opener(LEA, Opening.NOTICE, List.of())).variables()).isNull();
        assertThat(writer.write(new Outgoing.Opener(LEA, Opening.ENROLMENT, List.of())))
                .isEqualTo(new WhatsAppWriter.Written.Unfit("no-template"));
    }

    @Test
    void media_and_files_go_as_links_with_their_caption() {
        Sending media = ready(writer,
                new Outgoing.Media(LEA, new Attachment("/x", "image/jpeg"), bold("Léa : voici", 0, 3)));
        assertThat(media.media()).isEqualTo(URI.create(Twilio.PUBLIC + "/m"));
        assertThat(media.body()).isEqualTo("*Léa* : voici");
        Sending file = ready(writer, new Outgoing.File(LEA, null, true, "qr.png", new byte[]{1}, Rich.plain(""),
                List.of(List.of(Button.link("Lien", "https://c.fr")))));
        assertThat(file.media()).isEqualTo(URI.create(Twilio.PUBLIC + "/f"));
        assertThat(file.body()).isEqualTo("Lien : https://c.fr");
    }

    static List<Outgoing> notHere() {
        Instant later = Instant.EPOCH;
        return List.of(new Outgoing.Edit(LEA, "1", Rich.plain("x"), List.of()), new Outgoing.Reaction(LEA, "1", "👌"),
                new Outgoing.PressAnswer(LEA, "1", null, false), new Outgoing.Forward(LEA, LEA, "1"),
                new Outgoing.Poll(LEA, null, "q", List.of("a", "b"), false, false), new Outgoing.PollEnd(LEA, "1"),
                new Outgoing.Invitation(LEA, "n", later), new Outgoing.InvitationEnd(LEA, "l"),
                new Outgoing.Admission(LEA, LEA, true), new Outgoing.Removal(LEA, LEA, true),
                text(new Address("whatsapp", "group~1"), "x", List.of()));
    }

    @ParameterizedTest
    @MethodSource
    void notHere(Outgoing outgoing) {
        assertThat(writer.write(outgoing)).isEqualTo(new WhatsAppWriter.Written.Unfit("not-on-this-channel"));
    }

    @Test
    void marks_are_written_as_whatsapp_does() {
        String text = "Léa (généraliste) : voir la page\ncité ici\nfin x=1";
        Rich rich = new Rich(text, List.of(new Mark(Style.BOLD, 0, 17, null), new Mark(Style.ITALIC, 20, 4, null),
                new Mark(Style.LINK, 28, 4, "https://c.fr"), new Mark(Style.QUOTE, 33, 8, null),
                new Mark(Style.CODE, 46, 3, null)));
        assertThat(Marks.written(rich, 1600)).isEqualTo(
                "*Léa (généraliste)* : _voir_ la page (https://c.fr)\n> cité ici\nfin ```x=1```");
    }

    @Test
    void a_mark_goes_round_words_line_by_line_and_never_within_a_word() {
        assertThat(Marks.written(bold(" un \n\ndeux ", 0, 11), 1600)).isEqualTo(" *un* \n\n*deux* ");
        assertThat(Marks.written(bold("unique", 0, 2), 1600)).isEqualTo("unique");
        assertThat(Marks.written(bold("2*3 = 6", 0, 7), 1600)).isEqualTo("2*3 = 6");
        assertThat(Marks.written(new Rich("a b\nc", List.of(new Mark(Style.QUOTE, 2, 3, null))), 1600))
                .isEqualTo("a b\n> c");
        assertThat(Marks.written(bold("un", -5, 4000), 1600)).isEqualTo("*un*");
    }

    @Test
    void a_mark_within_another_closes_first() {
        Rich rich = new Rich("un deux", List.of(new Mark(Style.ITALIC, 3, 4, null), new Mark(Style.BOLD, 0, 7, null)));
        assertThat(Marks.written(rich, 1600)).isEqualTo("*un _deux_*");
    }

    @ParameterizedTest
    @ValueSource(ints = {1598, 1599, 1600})
    void trap_3_2_marks_give_way_before_words_do(int length) {
        Rich rich = bold("x".repeat(length), 0, length);
        assertThat(Marks.written(rich, 1600)).hasSize(length == 1598 ? 1600 : length);
    }

    private static Rich bold(String text, int start, int length) {
        return new Rich(text, List.of(new Mark(Style.BOLD, start, length, null)));
    }

    private static Outgoing.Text text(String text, List<List<Button>> rows) {
        return text(LEA, text, rows);
    }

    private static Outgoing.Text text(Address to, String text, List<List<Button>> rows) {
        return new Outgoing.Text(to, null, null, null, Rich.plain(text), rows);
    }

    private static List<List<Button>> rows(int count) {
        List<List<Button>> rows = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            rows.add(List.of(Button.command("Choix " + n, "/choix " + n)));
        }
        return rows;
    }

    private static Sending ready(WhatsAppWriter writer, Outgoing outgoing) {
        return ((WhatsAppWriter.Written.Ready) writer.write(outgoing)).sending();
    }

    private static JsonNode variables(Sending sending) {
        return JsonMapper.builder().build().readTree(String.valueOf(sending.variables()));
    }
}
