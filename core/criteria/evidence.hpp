// What a result rests on, link by link, and how sure we are of the whole.
#pragma once
#include <string>
#include <vector>

#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

/// Whether a recalled value has a range whose ends can be asked, and what they said.
enum class LinkRange {
  none,
  open,   ///< nobody asked yet, or the result changes within the range
  holds,  ///< the result stays what it is wherever in its range the value lies
};

/// One thing that moved a result and that is not the user's own datum: a limit, a class, a toxicity, a charge.
struct Link {
  std::string id;  ///< what the office confirms: "gb36894.target_class", "chlorine.toxicity"; empty: nothing to confirm
  Text what;       ///< "the toxicity of chlorine"
  std::string source;
  Confidence confidence = Confidence::recalled;
  bool confirmed = false;  ///< the office compared it with the official text
  LinkRange range = LinkRange::none;
  std::string source_zh{};  ///< as Chinese texts name the source; empty: by the same name

  /// The source in both languages.
  [[nodiscard]] Text source_text() const { return {source, source_zh.empty() ? source : source_zh}; }

  bool operator==(const Link&) const = default;
};

using Chain = std::vector<Link>;

/// The mark of a result: that of its weakest link; "seen" for a result that rests on the user's data alone. This is the
/// one place where marks are joined. Confirming a link does not change its mark: see stands().
[[nodiscard]] Confidence joined(const Chain& chain);

/// Whether a veto may rest on the chain: of every recalled link somebody confirmed it, or the result holds in its whole range.
[[nodiscard]] bool stands(const Chain& chain);

/// Whether somebody confirmed every recalled link.
[[nodiscard]] bool all_confirmed(const Chain& chain);

/// The links that keep a chain from standing, each once.
[[nodiscard]] Chain open_links(const Chain& chain);

/// Adds links that are not there yet.
void extend(Chain& chain, const Chain& more);

/// "the limit (GB 36894-2018), the toxicity of chlorine (CPR 18E)".
[[nodiscard]] Text named(const Chain& chain);

}  // namespace sise
