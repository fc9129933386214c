package org.covigie.bot.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Line;
import org.covigie.bot.groups.Group;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.people.People;
import org.covigie.bot.people.PersonalData;
import org.covigie.bot.people.Profession;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What enrolment keeps of a person: own requests with their answers, and whom the person proposed. */
@Component
@Order(15)
@Transactional
class EnrolmentsData implements PersonalData {
    private final EnrolmentRows rows;
    private final InvitationRows invitations;
    private final Groups groups;
    private final Enrolments enrolments;
    private final People people;
    private final Cards cards;

    EnrolmentsData(EnrolmentRows rows, InvitationRows invitations, Groups groups, Enrolments enrolments,
            People people, Cards cards) {
        this.cards = cards;
        this.enrolments = enrolments;
        this.people = people;
        this.rows = rows;
        this.invitations = invitations;
        this.groups = groups;
    }

    @Override
    public Set<String> keeps() {
        return Set.of("enrolment.person_id", "enrolment.proposer_id", "enrolment.decided_by", "enrolment.label",
                "enrolment.profession",
                "enrolment.department",
                "enrolment.subject_print", "enrolment.rpps_print", "enrolment.invitation",
                "enrolment.invitation_print", "invitation.made_by", "enrolment_card.person_id",
                "enrolment_card.message");
    }

    @Override
    public List<Datum> export(long person) {
        List<Datum> data = new ArrayList<>();
        for (EnrolmentRow row : rows.findByPersonIdOrderById(person)) {
            String title = groups.find(row.groupId).map(Group::title).orElse("?");
            data.add(new Datum("enrolment.data.request",
                    List.of(title, String.valueOf(row.number), row.status, row.requestedAt)));
            if (row.profession != null) {
                data.add(new Datum("enrolment.data.profession",
                        List.of(title, Profession.of(row.profession).orElse(Profession.OTHER))));
            }
            if (row.department != null) {
                data.add(new Datum("enrolment.data.department", List.of(title, row.department)));
            }
            if (row.charterVersion != null && row.charterAt != null) {
                data.add(new Datum("enrolment.data.charter", List.of(title, row.charterVersion, row.charterAt)));
            }
            if (row.rppsPrint != null) {
                data.add(new Datum("enrolment.data.rpps", List.of(title)));
            }
        }
        for (EnrolmentRow row : rows.findByProposerIdOrderById(person)) {
            data.add(new Datum("enrolment.data.proposed",
                    List.of(groups.find(row.groupId).map(Group::title).orElse("?"), row.requestedAt)));
        }
        List<String> subjects = subjects(person);
        for (EnrolmentRow row : subjects.isEmpty() ? List.<EnrolmentRow>of() : rows.findBySubjectPrintIn(subjects)) {
            data.add(new Datum("enrolment.data.subject",
                    List.of(groups.find(row.groupId).map(Group::title).orElse("?"), row.requestedAt)));
        }
        int decided = rows.countByDecidedBy(person);
        if (decided > 0) {
            data.add(new Datum("enrolment.data.decided", List.of(decided)));
        }
        return data;
    }

    /** By what a proposal may know the person. */
    private List<String> subjects(long person) {
        return people.byId(person).map(enrolments::subjects).orElse(List.of());
    }

    @Override
    public void forget(long person) {
        List<String> subjects = subjects(person);
        for (EnrolmentRow row : rows.findByPersonIdOrderById(person)) {
            if (Enrolments.OPEN.contains(row.status)) {
                cards.ended(row, Line.of("enrolment.ended.gone", String.valueOf(row.number)));
            }
        }
        rows.forgetCandidate(person, subjects.isEmpty() ? List.of("-") : subjects);
        rows.forgetActor(person);
        invitations.forget(person);
        cards.forget(person);
    }
}
