// What a person typed into a form and has not saved yet.  It is theirs alone, and nobody's history.
#pragma once

#include "platform/db/session.hpp"
#include "platform/history/kept.hpp"
#include "platform/http/values.hpp"

namespace drafts {

struct Draft {
    Id<Draft> id{};
    Id<User> person_id{};
    std::string form{};     // the address of the form
    std::string typed{};    // as the browser sends it
    Instant saved_at{};
    Kept kept{};

    http::Values values() const;
    static constexpr auto table = "drafts";
    static void each_field(auto& draft, auto& visit) {
        visit("id", draft.id), visit("person_id", draft.person_id), visit("form", draft.form);
        visit("typed", draft.typed), visit("saved_at", draft.saved_at);
        Kept::each_field(draft.kept, visit);
    }
};

// Forms whose typing may be kept carry their address under this name.
inline constexpr auto marker = "koncept.formular";
// How the page where one signs in again carries what was typed: before each name.
inline constexpr auto carried = "koncept.pole.";

inline constexpr std::int64_t drafts_most = 50;             // of one person; the oldest goes
inline constexpr std::size_t draft_bytes_most = 200'000;    // typed into one form
inline constexpr auto draft_lasts = std::chrono::days{30};

// An address of ours that may be that of a form.
bool is_form(std::string_view address);

// False where it is too much, or the form is none of ours.
bool keep(db::Session& work, Instant now, const User&, const std::string& form, const http::Values& typed);
std::optional<Draft> find(db::Session&, Id<User>, const std::string& form);
void drop(db::Session& work, Id<User>, const std::string& form);
// What lies about a record that became secret is nobody's draft any more.
void drop_all(db::Session& work, const std::string& form);
std::int64_t drop_old(db::Session& work, Instant now);

// What the page where one signs in again carried along.
http::Values carried_values(const http::Values&);
bool is_marked(const http::Values&);

}
