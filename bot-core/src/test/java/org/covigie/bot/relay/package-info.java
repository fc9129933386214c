@NullMarked
package org.covigie.bot.relay;

import org.jspecify.annotations.NullMarked;
