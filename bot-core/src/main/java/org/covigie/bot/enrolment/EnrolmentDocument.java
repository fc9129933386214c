package org.covigie.bot.enrolment;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request as the operator sees it: no name, nobody's address.
 *
 * @param number     counts from 1 in its group
 * @param profession key of the profession, as far as answered
 * @param department code of the <em>département</em>, as far as answered
 */
@JsonPropertyOrder({"id", "number", "group", "status", "door", "profession", "department", "requestedAt", "decidedAt"})
public record EnrolmentDocument(long id, int number, InGroup group, EnrolmentStatus status, Door door,
        @Nullable String profession, @Nullable String department, Instant requestedAt, @Nullable Instant decidedAt) {
    /** The group it is about. */
    public record InGroup(long id, String name) {}

    static EnrolmentDocument of(EnrolmentRow row, String title) {
        return new EnrolmentDocument(row.id, row.number, new InGroup(row.groupId, title), row.status, row.door,
                row.profession, row.department, row.requestedAt, row.decidedAt);
    }
}
