package org.covigie.bot.enrolment;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A candidate's own requests. */
@Service
@Transactional
class Applications {
    private static final List<EnrolmentStatus> ANSWERABLE = List.of(EnrolmentStatus.REQUESTED,
            EnrolmentStatus.WAITING_LIST, EnrolmentStatus.APPROVED);

    private final EnrolmentRows rows;

    Applications(EnrolmentRows rows) {
        this.rows = rows;
    }

    /** The latest request of this person that still takes answers. */
    Optional<EnrolmentRow> of(long person) {
        return rows.findFirstByPersonIdAndStatusInOrderByIdDesc(person, ANSWERABLE);
    }

    /** This request of this person, as long as it takes answers; nobody answers for somebody else. */
    Optional<EnrolmentRow> of(long person, long id) {
        return current(id).filter(row -> row.personId != null && row.personId == person
                && ANSWERABLE.contains(row.status));
    }

    Optional<EnrolmentRow> current(long id) {
        return rows.findById(id);
    }
}
