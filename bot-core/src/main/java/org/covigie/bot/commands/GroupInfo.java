package org.covigie.bot.commands;

import java.util.Locale;
import org.covigie.bot.people.Address;

/**
 * What the gate must know of a group.
 *
 * @param id      the house's own number of the group
 * @param chat    where it is found
 * @param title   its title
 * @param support whether nothing is collected there
 * @param locked  whether it still waits for the installation's creation code
 * @param language the language it speaks
 * @param limit   highest number of members
 */
public record GroupInfo(long id, Address chat, String title, boolean support, boolean locked, Locale language,
        int limit) {}
