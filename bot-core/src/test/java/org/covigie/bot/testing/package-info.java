/**
 * The test kit, shared with the channels' modules: databases, a clock that is ours, a channel in memory, a messaging engine
 * that starts in a second, and the contract every channel keeps.
 */
@NullMarked
package org.covigie.bot.testing;

import org.jspecify.annotations.NullMarked;
