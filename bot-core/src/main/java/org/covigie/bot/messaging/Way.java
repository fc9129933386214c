package org.covigie.bot.messaging;

/** The two directions in which a chat has a lane. */
enum Way {
    IN("inbox-lane"), OUT("outbox-lane");

    /** Name of the scheduler's task; its instances are the chats' fingerprints. */
    final String task;

    Way(String task) {
        this.task = task;
    }
}
