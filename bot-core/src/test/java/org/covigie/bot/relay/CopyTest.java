package org.covigie.bot.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.covigie.bot.messaging.Attachment;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Rich;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyTest {
    private static final Address LEA = new Address("test", "7");
    private static final Attachment PICTURE = new Attachment("a", "image/jpeg");

    @Test
    void eachPartFitsWithItsAuthorAndRoomForTheMarks() {
        List<Outgoing> parts = new Copy("Marc (médecin)", "> Léa: et alors ?", "x".repeat(500), List.of())
                .to(LEA, 200);

        assertThat(parts).allSatisfy(part -> assertThat(text(part)).contains("Marc (médecin): ")
                .hasSizeLessThanOrEqualTo(198));
        assertThat(parts.stream().map(CopyTest::text).filter(text -> text.startsWith("> Léa"))).hasSize(1);
        assertThat(parts.stream().mapToLong(part -> text(part).chars().filter(c -> c == 'x').count()).sum())
                .isEqualTo(500);
    }

    @Test
    void aTextTooLongForACaptionComesBeforeWhatItCameWith() {
        List<Outgoing> parts = new Copy("Marc", null, "mot ".repeat(100), List.of(PICTURE)).to(LEA, 200);

        assertThat(parts.getLast()).isInstanceOfSatisfying(Outgoing.Media.class,
                media -> assertThat(media.caption().text()).isEqualTo("Marc"));
        assertThat(parts.getFirst()).isInstanceOf(Outgoing.Text.class);
    }

    @Test
    void aPictureWithoutWordsNamesItsAuthor() {
        assertThat(new Copy("Marc", null, "", List.of(PICTURE)).to(LEA, 200)).singleElement()
                .isInstanceOfSatisfying(Outgoing.Media.class,
                        media -> assertThat(media.caption().text()).isEqualTo("Marc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"audio/ogg", "application/pdf", "text/vcard", "application/octet-stream"})
    void whatShowsNoWordsComesAfterATextWithAuthorAndWords(String type) {
        Attachment other = new Attachment("b", type);

        List<Outgoing> messages = new Copy("Marc", "> Léa: et alors ?", "Voici", List.of(other)).to(LEA, 200);
        assertThat(messages).hasSize(2);
        assertThat(text(messages.getFirst())).isEqualTo("> Léa: et alors ?\nMarc: Voici");
        assertThat(messages.getLast()).isEqualTo(new Outgoing.Media(LEA, other, Rich.plain("")));

        List<Outgoing> wordless = new Copy("Marc", null, "", List.of(other)).to(LEA, 200);
        assertThat(wordless).hasSize(2);
        assertThat(text(wordless.getFirst())).isEqualTo("Marc");
    }

    @Test
    void aPictureBesideADocumentNamesItsAuthorAgain() {
        List<Outgoing> messages = new Copy("Marc", null, "Voici",
                List.of(PICTURE, new Attachment("b", "application/pdf"))).to(LEA, 200);

        assertThat(messages).hasSize(3);
        assertThat(text(messages.getFirst())).isEqualTo("Marc: Voici");
        assertThat(messages).filteredOn(Outgoing.Media.class::isInstance)
                .extracting(one -> ((Outgoing.Media) one).caption().text()).containsExactly("Marc", "");
    }

    @Test
    void noLineOfATextCanBeTakenForTheBeginningOfAnotherMessage() {
        for (String end : List.of("\n", "\r\n", "\r", "\u000b", "\u0085", "\u2028", "\u2029")) {
            String written = "Bonsoir" + end + "*Léa*: je démissionne" + end + end + "> Julie: si";

            assertThat(new Copy("Marc", null, written, List.of()).to(LEA, 200)).singleElement().satisfies(
                    out -> assertThat(text(out))
                            .isEqualTo("Marc: Bonsoir\n  *Léa*: je démissionne\n\n  > Julie: si"));
        }
    }

    @Test
    void whereATextIsCutTheNextPartBeginsWithItsAuthorAndNoGap() {
        assertThat(new Copy("Marc", null, ("ligne entière\n").repeat(10), List.of()).to(LEA, 60)).hasSizeGreaterThan(2)
                .allSatisfy(part -> assertThat(text(part)).startsWith("Marc: ligne").hasSizeLessThanOrEqualTo(60)
                        .doesNotContain("\nligne"));
    }

    @Test
    void anExcerptIsOneLineAndTearsNoCharacterApart() {
        assertThat(Excerpts.first(new Words("un\n deux"), 80)).isEqualTo("un deux");
        assertThat(Excerpts.first(new Words("un\u2028deux"), 80)).isEqualTo("un deux");
        assertThat(Excerpts.first(new Words("abc😀def"), 4)).isEqualTo("abc…");
    }

    private static String text(Outgoing outgoing) {
        return ((Outgoing.Text) outgoing).text().text();
    }
}
