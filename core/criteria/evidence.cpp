#include "core/criteria/evidence.hpp"

#include <algorithm>

namespace sise {

Confidence joined(const Chain& chain) {
  Confidence mark = Confidence::seen;
  for (const Link& link : chain) mark = weakest(mark, link.confidence);
  return mark;
}

Chain open_links(const Chain& chain) {
  Chain open;
  for (const Link& link : chain) {
    const bool sure = link.confirmed || link.range == LinkRange::holds;
    if (link.confidence == Confidence::recalled && !sure) extend(open, {link});
  }
  return open;
}

bool stands(const Chain& chain) { return open_links(chain).empty(); }

bool all_confirmed(const Chain& chain) {
  return std::all_of(chain.begin(), chain.end(),
                     [](const Link& link) { return link.confidence != Confidence::recalled || link.confirmed; });
}

void extend(Chain& chain, const Chain& more) {
  for (const Link& link : more) {
    if (std::find(chain.begin(), chain.end(), link) == chain.end()) chain.push_back(link);
  }
}

Text named(const Chain& chain) {
  Text text;
  for (const Link& link : chain) {
    text.en += (text.en.empty() ? "" : ", ") + link.what.en;
    text.zh += (text.zh.empty() ? "" : "、") + link.what.zh;
    const Text source = link.source_text();
    if (!source.en.empty()) text.en += " (" + source.en + ")";
    if (!source.zh.empty()) text.zh += "(" + source.zh + ")";
  }
  return text;
}

}  // namespace sise
