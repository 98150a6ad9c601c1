// Who may sign in, and what everybody who did may do with their own account.
#pragma once

#include "platform/auth/permit.hpp"

namespace auth::may {

// Public pages: anybody, signed in or not.
struct Read {
    using About = Everything;
    static constexpr auto name = "public";
    static constexpr bool open = true;
    static bool allows(const User&, const Everything&) { return true; }
};

// Choosing the theme and the language; signing in.
struct Enter {
    using About = Everything;
    static constexpr auto name = "public.enter";
    static constexpr bool open = true;
    static bool allows(const User&, const Everything&) { return true; }
};

// The own account: sessions, password, signing out.
struct KeepOwnAccount {
    using About = Everything;
    static constexpr auto name = "auth.own_account";
    static bool allows(const User& user, const Everything&) { return user.signed_in(); }
};

// People, their roles, jobs and settings of the instance.
struct Administer {
    using About = Everything;
    static constexpr auto name = "auth.administer";
    static bool allows(const User& user, const Everything&) {
        return user.reaches(Role::administrator, Lies::everywhere());
    }
};

// What was read, done and refused.
struct ReadAudit {
    using About = Everything;
    static constexpr auto name = "audit.read";
    static constexpr bool closed = true;
    static bool allows(const User& user, const Everything&) { return user.reaches(Role::auditor, Lies::everywhere()); }
};

}
