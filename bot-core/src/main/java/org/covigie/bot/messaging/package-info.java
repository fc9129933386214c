/**
 * Messaging is the way in and the way out: what arrives is sieved in memory, sealed and stored, then handled one chat at a
 * time; what leaves is stored with the change that caused it, then sent at the pace the channel allows.
 * Its words: an {@link org.covigie.bot.messaging.Incoming} is something a person did, an {@link org.covigie.bot.messaging.Outgoing}
 * something we say, a <em>lane</em> the queue of one chat, an {@link org.covigie.bot.messaging.Outcome} what became of one sending.
 * Where people only ever write to the bot itself, a <em>window</em> opens with each word of theirs: what may not be said now
 * waits for the next one; <em>chatter</em>, what people say to each other, goes after everything else and is put together; a
 * {@link org.covigie.bot.messaging.Receipt} says later what became of a message, and an unknown outcome is asked about.
 * It may use the settings, the vault and people; no channel is known here by name.
 *
 * <p><strong>Work of other rooms that must survive a restart</strong> runs on the same scheduler. A room declares its task as a
 * bean ({@code Tasks.oneTime("publish", Id.class)…} or {@code Tasks.recurring(…)}, the return type {@code Task<…>} or
 * {@code RecurringTask<…>}) and schedules an instance within its own transaction by
 * {@link org.covigie.bot.messaging.Durable#schedule}: it exists if and only if that transaction commits. An instance runs once
 * at a time in the whole cluster, and again after a crash: the same run twice must be harmless. Its data carries ids, never words.
 * Before a task tells the outside world what it committed, it calls {@link org.covigie.bot.messaging.Durability#settle}.
 */
@ApplicationModule(displayName = "messaging", allowedDependencies = {"settings", "vault", "people"})
@NullMarked
package org.covigie.bot.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
