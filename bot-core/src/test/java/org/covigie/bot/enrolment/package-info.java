@NullMarked
package org.covigie.bot.enrolment;

import org.jspecify.annotations.NullMarked;
