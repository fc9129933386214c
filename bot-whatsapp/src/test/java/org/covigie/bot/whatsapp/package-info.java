@NullMarked
package org.covigie.bot.whatsapp;

import org.jspecify.annotations.NullMarked;
