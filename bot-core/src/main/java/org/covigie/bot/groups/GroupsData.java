package org.covigie.bot.groups;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.Role;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Recent;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.people.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What groups keep of a person: memberships, roles, consent. */
@Component
@Order(20)
@Transactional
class GroupsData implements PersonalData {
    private final Groups groups;
    private final GroupRows rows;
    private final MemberRows members;
    private final Charters charters;
    private final People people;
    private final Recent recent;
    private final Outbox outbox;

    GroupsData(Groups groups, GroupRows rows, MemberRows members, Charters charters, People people, Recent recent,
            Outbox outbox) {
        this.groups = groups;
        this.rows = rows;
        this.members = members;
        this.charters = charters;
        this.people = people;
        this.recent = recent;
        this.outbox = outbox;
    }

    @Override
    public Set<String> keeps() {
        return Set.of("member.person_id", "member.number", "member.consent", "charter_answer.person_id");
    }

    @Override
    public List<Datum> export(long person) {
        List<Datum> data = new ArrayList<>();
        for (MemberRow row : members.findByPersonIdOrderByGroupId(person)) {
            String title = rows.findById(row.groupId).map(g -> g.title).orElse("?");
            data.add(new Datum("groups.data.member", List.of(title, String.valueOf(row.number), row.joinedAt)));
            if (row.animator) {
                data.add(new Datum("groups.data.role", List.of(title, Role.ANIMATOR)));
            }
            if (row.deputy) {
                data.add(new Datum("groups.data.role", List.of(title, Role.DEPUTY)));
            }
            if (row.correspondent) {
                data.add(new Datum("groups.data.role", List.of(title, Role.CORRESPONDENT)));
            }
            data.add(row.consentAt == null
                    ? new Datum("groups.data.consent.pending", List.of(title))
                    : new Datum("groups.data.consent", List.of(title, row.consent, row.consentAt)));
            if (row.leftAt != null) {
                data.add(new Datum("groups.data.left", List.of(title, row.leftAt)));
            }
        }
        for (Charters.Reply answer : charters.answers(person)) {
            String key = answer.relay() ? "relayed" : answer.given() ? "accepted" : "refused";
            data.add(new Datum("groups.data.charter." + key,
                    List.of(rows.findById(answer.group()).map(g -> g.title).orElse("?"),
                            String.valueOf(answer.version()), answer.at())));
        }
        people.byId(person).map(Person::currentGroup).flatMap(rows::findById)
                .ifPresent(group -> data.add(new Datum("groups.data.current", List.of(group.title))));
        return data;
    }

    @Override
    public Optional<String> hindrance(long person) {
        boolean animates = members.findByPersonIdOrderByGroupId(person).stream()
                .anyMatch(m -> m.animator && m.leftAt == null
                        && rows.findById(m.groupId).filter(g -> g.goneAt == null).isPresent());
        return animates ? Optional.of("groups.data.hand-over-first") : Optional.empty();
    }

    @Override
    public void forget(long person) {
        people.byId(person).ifPresent(known -> {
            recent.forgetAuthor(known.address());
            outbox.cancel(known.address());
        });
        groups.leave(person);
    }
}
