package org.covigie.bot.enrolment;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.groups.CharterAccepted;
import org.covigie.bot.groups.Groups;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** A candidate's own requests. */
@Service
@Transactional
class Applications {
    private static final List<EnrolmentStatus> ANSWERABLE = List.of(EnrolmentStatus.REQUESTED,
            EnrolmentStatus.WAITING_LIST, EnrolmentStatus.APPROVED);

    private final EnrolmentRows rows;
    private final Groups groups;
    private final Dialogue dialogue;
    private final Cards cards;
    private final Notices notices;
    private final InstantSource clock;

    Applications(EnrolmentRows rows, Groups groups, Dialogue dialogue, Cards cards, Notices notices,
            InstantSource clock) {
        this.notices = notices;
        this.clock = clock;
        this.rows = rows;
        this.groups = groups;
        this.dialogue = dialogue;
        this.cards = cards;
    }

    /** Takes one answer and says what comes next; those who decide see when the last one is given. */
    Line answered(EnrolmentRow row, GroupInfo group, String what, String value) {
        boolean complete = dialogue.next(row, group).isEmpty();
        Line next = dialogue.answered(row, group, what, value);
        if (!complete && dialogue.next(row, group).isEmpty()) {
            cards.completed(row, group);
        }
        return next;
    }

    /** A member accepts the charter by any other way than the question: that answers it, and the next one comes last. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(CharterAccepted accepted) {
        rows.findFirstByGroupIdAndPersonIdAndStatusInOrderByIdDesc(accepted.group(), accepted.person(), ANSWERABLE)
                .filter(row -> row.door != Door.ADDED && row.charterVersion == null && open(row)).ifPresent(row -> {
                    row.charterVersion = groups.charterVersion(row.groupId);
                    row.charterAt = clock.instant();
                    groups.info(row.groupId).ifPresent(group -> dialogue.next(row, group).ifPresent(
                            question -> notices.toPerson(row.personId, group, "enrolment.question", question, null)));
                });
    }

    /** The latest request of this person that still takes answers. */
    Optional<EnrolmentRow> of(long person) {
        return rows.findFirstByPersonIdAndStatusInOrderByIdDesc(person, ANSWERABLE).filter(this::open);
    }

    /** This request of this person, as long as it takes answers; nobody answers for somebody else. */
    Optional<EnrolmentRow> of(long person, long id) {
        return current(id).filter(row -> row.personId != null && row.personId == person
                && ANSWERABLE.contains(row.status) && open(row));
    }

    /** Whoever has left the group again answers nothing about it. */
    private boolean open(EnrolmentRow row) {
        return row.enteredAt == null || row.personId != null
                && groups.member(row.groupId, row.personId).filter(m -> m.holds(Role.MEMBER)).isPresent();
    }

    Optional<EnrolmentRow> current(long id) {
        return rows.findById(id);
    }
}
