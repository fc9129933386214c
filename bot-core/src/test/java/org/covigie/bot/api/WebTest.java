package org.covigie.bot.api;

import org.covigie.bot.testing.WebHouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A test of the interface over HTTP; each class has a house of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WebTest {
    WebHouse web;

    @BeforeAll
    void opens() {
        web = WebHouse.open();
    }

    @AfterAll
    void closes() {
        web.close();
    }
}
