// Who hands documents over to a group and decides about what was read in them: those who keep or lead it.
#pragma once

#include "workgroups/meetings/meeting_view.hpp"
#include "workgroups/minutes_import/document_import.hpp"

namespace workgroups {

// A document as somebody comes to it, with its group.
struct ImportInView {
    GroupInView of;
    DocumentImport import;

    static std::optional<ImportInView> find(db::Session&, const std::string& named, Date day);

    // Nobody else learns that it was handed over.
    bool visible_to(const User& user) const { return of.kept_by(user) || of.led_by(user); }
    Uuid uuid() const { return import.id.uuid; }
};

namespace may {

// The list of documents: of the groups that somebody keeps or leads, so of mostly nobody else any.
struct SeeDocuments {
    using About = Everything;
    static constexpr auto name = "workgroups.see_documents";
    static bool allows(const User& user, const Everything&) { return user.signed_in(); }
};

// Reads it beside its facts, decides about them, takes them over and back.
struct KeepDocument {
    using About = ImportInView;
    static constexpr auto name = "workgroups.keep_document";
    static bool allows(const User& user, const ImportInView& view) { return view.visible_to(user); }
};

}

}
