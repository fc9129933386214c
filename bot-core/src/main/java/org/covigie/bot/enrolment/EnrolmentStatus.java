package org.covigie.bot.enrolment;

/** Where a request stands. */
public enum EnrolmentStatus {
    REQUESTED, APPROVED, DECLINED, WAITING_LIST, EXPIRED
}
