/**
 * What a stand-in remembers over a restart, as a JSON file. It knows no stand-in: each hands in what it wants kept.
 */
@NullMarked
package org.covigie.bot.sandbox.state;

import org.jspecify.annotations.NullMarked;
