package org.covigie.bot.mail;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Bare;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.messaging.Channels;
import org.springframework.stereotype.Component;

/** {@code /abonner adresse}: syntheses by mail, once whoever reads that address has confirmed. Alone it says what holds. */
@Component
class Subscribe implements Command {
    private final Subscriptions subscriptions;
    private final MailSettings settings;
    private final Channels channels;

    Subscribe(Subscriptions subscriptions, MailSettings settings, Channels channels) {
        this.channels = channels;
        this.subscriptions = subscriptions;
        this.settings = settings;
    }

    @Override
    public String key() {
        return "subscribe";
    }

    @Override
    public List<String> words() {
        return List.of("abonner", "subscribe");
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.PRIVATE);
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public Bare bare() {
        return new Bare(Set.of("abonner", "abonner mail", "subscribe", "subscribe mail"), true);
    }

    @Override
    public Answer run(Ask ask) {
        if (!settings.on()) {
            return Answer.privately("mail.none");
        }
        // «mail» may stand before the address, as the help of other bots writes it
        String typed = ask.args().strip().replaceFirst("^(?i:(?:e-?)?mail|courriel)(?:\\s+|$)", "");
        long person = ask.who().id();
        if (typed.isEmpty()) {
            return subscriptions.current(person)
                    .map(one -> Answer.privately("mail.has", one.address().masked()))
                    .orElseGet(() -> Answer.privately(how(ask)));
        }
        Optional<MailAddress> address = MailAddress.read(typed);
        if (address.isEmpty()) {
            return Answer.privately("mail.wrong");
        }
        return switch (subscriptions.ask(person, address.get(),
                Languages.of(ask.who(), ask.sender().language(), ask.group()))) {
            case LETTER -> Answer.privately("mail.asked");
            case HAS_IT -> Answer.privately("mail.has", address.get().masked());
            case TOO_OFTEN -> Answer.privately("mail.too-often");
        };
    }

    /** An address is nothing to be written where all read it. */
    private Line how(Ask ask) {
        if (!ask.inGroup()) {
            return Line.of("mail.how");
        }
        Line line = Line.of("mail.how.private");
        String link = channels.of(ask.group().chat()).privateLink();
        return link == null ? line : line.choices(Line.Choice.link("mail.how.open", link));
    }
}
