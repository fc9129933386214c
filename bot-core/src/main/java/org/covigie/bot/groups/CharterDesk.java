package org.covigie.bot.groups;

import java.util.Optional;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Line;
import org.covigie.bot.people.Words;
import org.covigie.bot.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Where the animator works on the charter: write, look, publish or throw away. A publication asks the members once, in one
 * message to the group; what they answered to an earlier version stays in force meanwhile.
 */
@Component
class CharterDesk {
    private static final int MARK = 8;

    private final Groups groups;
    private final Charters charters;
    private final Journal journal;
    private final Vault vault;

    CharterDesk(Groups groups, Charters charters, Journal journal, Vault vault) {
        this.groups = groups;
        this.charters = charters;
        this.journal = journal;
        this.vault = vault;
    }

    /** Keeps a draft and shows it with its buttons. */
    Line draft(long group, Words text) {
        groups.lock(group);
        return shown("groups.charter.draft", charters.write(group, text));
    }

    /** @param mark which text the button stood under; empty when the command was typed */
    Answer publish(GroupInfo group, long animator, String mark) {
        groups.lock(group.id());
        Optional<Charters.Version> draft = charters.draft(group.id());
        if (draft.isEmpty()) {
            return Answer.privately("groups.charter.no-draft");
        }
        if (!mark.isEmpty() && !mark.equals(mark(draft.get()))) {
            return Answer.privately(shown("groups.charter.changed", draft.get()));
        }
        return published(group, animator, charters.publish(group.id()));
    }

    Answer drop(long group) {
        groups.lock(group);
        return charters.drop(group)
                ? Answer.inPlace(Line.of("groups.charter.dropped", charters.version(group)))
                : Answer.privately("groups.charter.no-draft");
    }

    Answer house(GroupInfo group, long animator) {
        groups.lock(group.id());
        return charters.inForce(group.id()).ofTheHouse()
                ? Answer.privately("groups.charter.already-default")
                : published(group, animator, charters.house(group.id()));
    }

    private Answer published(GroupInfo group, long animator, int version) {
        journal.note(group.id(), "charter-published", animator, null, String.valueOf(version));
        Line asked = Line.of("groups.charter.new", version).then(charters.shown(group.id())).choices(
                Line.Choice.command("groups.accept.button", "/consentir " + version),
                Line.Choice.command("groups.refuse.button", "/nepasrelayer"));
        return Answer.inPlace(Line.of("groups.charter.published", version)).and(Answer.inGroup(asked));
    }

    private Line shown(String key, Charters.Version draft) {
        return Line.of(key, draft.number()).then(charters.text(draft)).choices(
                Line.Choice.command("groups.charter.publish", "/chartepublier " + mark(draft)),
                Line.Choice.command("groups.charter.drop", "/charteabandonner"));
    }

    /** A button publishes the text it stands under and no later one. */
    private String mark(Charters.Version draft) {
        return vault.fingerprint("charter:" + draft.text().text()).substring(0, MARK);
    }
}
