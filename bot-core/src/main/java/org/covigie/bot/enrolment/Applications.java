package org.covigie.bot.enrolment;

import java.util.List;
import java.util.Optional;
import org.covigie.bot.commands.Role;
import org.covigie.bot.groups.Groups;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A candidate's own requests. */
@Service
@Transactional
class Applications {
    private static final List<EnrolmentStatus> ANSWERABLE = List.of(EnrolmentStatus.REQUESTED,
            EnrolmentStatus.WAITING_LIST, EnrolmentStatus.APPROVED);

    private final EnrolmentRows rows;
    private final Groups groups;

    Applications(EnrolmentRows rows, Groups groups) {
        this.rows = rows;
        this.groups = groups;
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
