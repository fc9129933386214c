package org.covigie.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.covigie.bot.register.Confirmed;
import org.junit.jupiter.api.Test;

class RegisterWordsTest {
    private final ResourceBundle french = bundle(Locale.FRENCH);
    private final ResourceBundle english = bundle(Locale.ENGLISH);

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("messages_register", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(french.keySet()).isEqualTo(english.keySet()).isNotEmpty();
    }

    @Test
    void noStraightApostropheAndTheSameArguments() {
        for (String key : french.keySet()) {
            assertThat(french.getString(key) + english.getString(key)).as(key).doesNotContain("'").isNotBlank();
            assertThat(new MessageFormat(french.getString(key)).getFormatsByArgumentIndex()).as(key)
                    .hasSameSizeAs(new MessageFormat(english.getString(key)).getFormatsByArgumentIndex());
        }
    }

    @Test
    void aTitleEndsAtAWord() {
        assertThat(Entry.of(SomeSignal.saying("mot ".repeat(40)), 0, Confirmed.NONE).title())
                .hasSizeLessThanOrEqualTo(81)
                .endsWith("mot…");
        assertThat(Entry.of(SomeSignal.saying("x".repeat(79) + "😀😀"), 0, Confirmed.NONE).title())
                .isEqualTo("x".repeat(79) + "…");
    }
}
