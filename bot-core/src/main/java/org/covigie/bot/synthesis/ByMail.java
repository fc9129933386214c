package org.covigie.bot.synthesis;

/** Whether syntheses can be had by mail as well: whoever sends the mails knows. */
public interface ByMail {
    boolean offered();
}
