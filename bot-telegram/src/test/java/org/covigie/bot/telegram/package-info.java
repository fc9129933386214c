@NullMarked
package org.covigie.bot.telegram;

import org.jspecify.annotations.NullMarked;
