package org.covigie.bot.sandbox.telegram;

/** Where a family of methods names its members. */
interface Registrar {
    void add(String name, BotApi.Method method);
}
