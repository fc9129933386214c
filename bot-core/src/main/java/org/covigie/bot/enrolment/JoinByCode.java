package org.covigie.bot.enrolment;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Bare;
import org.covigie.bot.commands.CodeTaker;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.groups.Code;
import org.springframework.stereotype.Component;

/** {@code rejoindre CODE}: somebody who has a group's code asks to be let in. */
@Component
class JoinByCode implements Command {
    private final List<CodeTaker> takers;

    JoinByCode(List<CodeTaker> takers) {
        this.takers = takers;
    }

    @Override
    public String key() {
        return "join";
    }

    @Override
    public List<String> words() {
        return List.of("rejoindre", "join");
    }

    @Override
    public Role needs() {
        return Role.ANYONE;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.PRIVATE);
    }

    @Override
    public Bare bare() {
        return new Bare(Set.of("rejoindre", "join"), true);
    }

    @Override
    public Answer run(Ask ask) {
        if (ask.args().isBlank()) {
            return Answer.privately("enrolment.code.missing");
        }
        return Code.read(ask.args())
                .flatMap(code -> takers.stream().flatMap(taker -> taker.take(ask, code).stream()).findFirst())
                .orElseGet(() -> Answer.privately("enrolment.code.wrong"));
    }
}
