package org.covigie.bot.signals;

/** Where a signal stands on its way from the group to the platform. */
public enum Status {
    DRAFT, PUBLISHING, PUBLISHED, DISCARDED, WITHDRAWN
}
