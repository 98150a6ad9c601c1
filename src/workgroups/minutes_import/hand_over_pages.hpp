// Where documents are handed over to a group, and which were.
#pragma once

#include "platform/files/file_field.hpp"
#include "platform/html/table.hpp"
#include "platform/http/form.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/minutes_import/document_permissions.hpp"
#include "workgroups/minutes_import/document_reading.hpp"

namespace workgroups {

// One document with how far it is.
struct ListedDocument {
    DocumentImport import{};
    ImportProgress progress{};
    std::string group_name{};

    static void each_field(auto& listed, auto& visit) {
        visit("id", listed.import.id), visit("title", listed.import.title), visit("state", listed.import.state);
        visit("group", listed.group_name), visit("decided", listed.progress.decided());
        visit("facts", listed.progress.all);
    }
};

// Why one of them was refused, in words.
struct RefusedDocument {
    std::string name{}, why{}, href{};    // where the same one lies
    static void each_field(auto& one, auto& visit) { visit("name", one.name), visit("why", one.why); }
};

struct HandOverForm : http::Form {
    HandOverForm() = default;
    explicit HandOverForm(const http::Request&);
    std::vector<http::Upload> uploads{};
    std::string pasted_text{};
};

struct HandOverPage {
    const WorkingGroup& group;
    const HandOverForm& form;
    std::vector<ListedDocument> documents{};
    std::vector<RefusedDocument> refused{};
    std::string form_token{}, done{};
    std::int64_t bytes_most = 0;

    std::string at(const char* rest = "") const { return "/skupiny/" + group.slug + rest; }
    std::string limits(html::Out& out) const { return out.text("document.limits", files::size_in_words(bytes_most)); }
    files::FileInput file_input() const;
    html::Area text_field() const;
    html::Table table(html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems()), visit("refused", page.refused), visit("documents", page.documents);
    }
    void write(html::Out&) const;
};

struct DocumentsPage {
    std::vector<ListedDocument> documents{};
    html::Pager pager{"/dokumenty-zapisu?strana=", 1, 1};

    html::Table table(html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("documents", page.documents); }
    void write(html::Out&) const;
};

html::Tag tag_of(const DocumentImport&, const i18n::Texts&);

http::Response show_hand_over(const http::Request&, Permit<may::LeadGroup>);
http::Response hand_over(const http::Request&, Permit<may::LeadGroup>);
http::Response list_documents(const http::Request&, Permit<may::SeeDocuments>);

}
