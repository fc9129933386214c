@org.jspecify.annotations.NullMarked
package org.covigie.bot.people;
