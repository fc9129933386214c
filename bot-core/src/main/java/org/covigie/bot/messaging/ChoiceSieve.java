package org.covigie.bot.messaging;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Who writes the number or the words of a choice that was offered has pressed its button: of the newest message, or of the one
 * that is replied to.
 */
@Component
@Order(10)
class ChoiceSieve implements Sieve {
    private static final Pattern NUMBER = Pattern.compile("([1-9]\\d?)[.)]?");
    /** No button's label is longer; the database is not asked about what people tell each other. */
    private static final int LONGEST = 64;

    private final Channels channels;
    private final ChoiceStore choices;

    ChoiceSieve(Channels channels, ChoiceStore choices) {
        this.channels = channels;
        this.choices = choices;
    }

    @Override
    public Optional<Incoming> keep(Incoming incoming) {
        if (!(incoming instanceof Incoming.Said said) || !plain(said)) {
            return Optional.empty();
        }
        String data = meant(said.text().text().strip(),
                choices.find(said.chat(), said.replyTo() == null ? null : said.replyTo().message()));
        return data == null
                ? Optional.empty()
                : Optional.of(new Incoming.Pressed(said.chat(), Place.PRIVATE, said.sender(), said.message(), null,
                        null, data, said.at()));
    }

    private boolean plain(Incoming.Said said) {
        String text = said.text().text();
        return said.place() == Place.PRIVATE && !said.forwarded() && !said.media()
                && said.contact() == null && !text.isBlank() && text.length() <= LONGEST
                && channels.on(said.chat().channel()) && channels.of(said.chat()).capabilities().hosted();
    }

    private static @Nullable String meant(String text, List<Button> offered) {
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            int chosen = Integer.parseInt(number.group(1));
            return chosen <= offered.size() ? offered.get(chosen - 1).data() : null;
        }
        String folded = Choices.folded(text);
        return offered.stream().filter(button -> Choices.folded(button.label()).equals(folded)).findFirst()
                .map(Button::data).orElse(null);
    }
}
