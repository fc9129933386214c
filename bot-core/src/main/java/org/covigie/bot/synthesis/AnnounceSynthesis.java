package org.covigie.bot.synthesis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.patientdata.Decision;
import org.covigie.bot.screening.Advice;
import org.covigie.bot.screening.Beside;
import org.covigie.bot.screening.Screened;
import org.covigie.bot.screening.Screening;
import org.covigie.bot.web.WebAddress;
import org.springframework.stereotype.Component;

/** {@code /synthese URL [titre]}: announces a synthesis to this group. The same address again announces nothing. */
@Component
class AnnounceSynthesis implements Command {
    private final Syntheses syntheses;
    private final SynthesisStore store;
    private final Screening screening;

    AnnounceSynthesis(Syntheses syntheses, SynthesisStore store, Screening screening) {
        this.store = store;
        this.syntheses = syntheses;
        this.screening = screening;
    }

    @Override
    public String key() {
        return "synthesis";
    }

    @Override
    public List<String> words() {
        return List.of("synthese", "synthesis");
    }

    @Override
    public Role needs() {
        return Role.CORRESPONDENT;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.GROUP, Spot.PRIVATE);
    }

    @Override
    public Answer run(Ask ask) {
        String[] typed = ask.args().strip().split("\\s+", 2);
        Optional<String> wrong = WebAddress.wrong(typed[0]);
        if (wrong.isPresent()) {
            return Answer.privately("synthesis.wrong." + wrong.get());
        }
        if (ask.group().support()) {
            return Answer.privately("synthesis.support");
        }
        if (store.silent(ask.group().id())) {
            return Answer.privately("synthesis.off");
        }
        String title = typed.length > 1 ? typed[1].strip().replaceAll("\\s+", " ") : "";
        if (title.length() > News.LONGEST_TITLE) {
            return Answer.privately("synthesis.wrong.title", News.LONGEST_TITLE);
        }
        Screened.Part found = screening.screen(Beside.nothing(ask.group().id()), title, null).text();
        if (found.decision() == Decision.HOLD) {
            return Answer.privately("synthesis.wrong.patient", Advice.found(found.types()));
        }
        News news = new News(key(ask.group().id(), typed[0]), title.isEmpty() ? host(typed[0]) : title, null, typed[0],
                ask.group().language(), List.of(), List.of(ask.group().id()), false, true);
        Syntheses.Received received = title.isEmpty() ? syntheses.receiveUntitled(news) : syntheses.receive(news);
        return Answer.privately(!received.fresh()
                ? "synthesis.known"
                : title.isEmpty() ? "synthesis.taken.untitled" : "synthesis.taken", ask.group().title());
    }

    /** An address may be longer than what it is called by. */
    private static String key(long group, String url) {
        return "group-" + group + "-" + UUID.nameUUIDFromBytes(url.getBytes(StandardCharsets.UTF_8));
    }

    private static String host(String url) {
        String host = url.substring("https://".length()).split("[/?#:]", 2)[0];
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
