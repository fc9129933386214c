/** What people do in groups and in private, told as they would tell it. */
@org.jspecify.annotations.NullMarked
package org.covigie.bot.conversation;
