/**
 * Feed fetches syntheses where the platform publishes them as Atom or RSS: an <em>entry</em> that is new becomes a synthesis, one
 * that reads otherwise puts its synthesis right. What the feed held when it was first read is announced by nobody, and so is
 * what is old. It may use synthesis, settings and the web.
 */
@ApplicationModule(displayName = "feed", allowedDependencies = {"synthesis", "settings", "web"})
@NullMarked
package org.covigie.bot.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
