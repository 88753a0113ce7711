"""What the buttons, menus and sharing rows of web pages are called, whatever the page is about.

Invariant: a word of `CONTROL` is hardly ever a line of a text; one that only `LABEL` knows may be.
"""

from __future__ import annotations

import re

ABOUT = "(?:この)?(?:記事|ページ|投稿|論考|論文|コラム|サイト|ニュース)"
_SURE = (  # what buttons are called, and hardly anything else
    rf"{ABOUT}を(?:SNSで)?(?:シェア|共有|印刷|保存|ツイート|ポスト|ブックマーク|メールで送る|送る)(?:する)?"
    r"|(?:SNSで)?シェア(?:する)?|ツイート(?:する)?|はてな(?:ブックマーク|ブログ)?|LINEで送る|(?:リンク|URL)をコピー|メールで送る"
    r"|印刷(?:する|用ページ)|(?:ページの?|画面の?)?(?:先頭|上部|トップ)(?:へ|に)(?:戻る)?|(?:一覧|トップページ|ホーム)(?:へ|に)戻る"
    r"|(?:【.{1,6}】)?(?:メール(?:マガジン|ニュース)|メルマガ|ニュースレター)(?:の|に|を)?(?:無料)?(?:登録|購読)(?:する)?"
    r"|本文へ(?:スキップ|移動|ジャンプ)?|メニュー(?:を開く|を閉じる)|続きを読む|もっと(?:見|読)る|会員登録(?:する)?|新規登録|無料登録"
    rf"|{ABOUT}は約?\d+分で(?:読めます|お読みいただけます)|(?:会員|有料)+(?:限定(?:記事)?|記事)|文字(?:の大きさ|サイズ)"
    r"|目次(?:を(?:開く|閉じる))?|コメントを(?:書く|見る|投稿する)|フォロー(?:する)?|お気に入り(?:に追加)?"
    r"|写真・(?:図版|図表|画像|動画)|(?:無料)?会員(?:に|へ)?(?:登録|ログイン)(?:する|し|いただく)と.{1,24}(?:読|ご覧|お読み)[^。]{1,8}ます"
    r"|(?:\S{2,20}[\s\u3000]+)?(?:ログイン|(?:会員)?登録|お?申し?込み|詳細|[詳くわ]+しく)(?:の方)?は(?:こちら|コチラ)(?:から|へ|まで)?"
    r"|skip to (?:main )?content|back to (?:the )?top|page top|read more|share(?: (?:this|on|via).{0,20})?"
    r"|(?:tweet|print|email|copy link|save|listen|bookmark|follow)(?: (?:this|us|on|page|article|story|link).{0,20})?"
    r"|sign (?:up|in)(?: (?:for|to) .{0,30})?|log ?in|subscribe(?: now| to .{0,30})?|\d+ min(?:ute)?s? read"
    r"|accept(?: all)?(?: cookies)?|cookie settings|leave a comment|(?:post|view) comments?|advertisement"
    r"|(?:写真|画像|図版?|地図)を拡大(?:する|して見る)?|(?:click|tap) to enlarge|(?:사진|이미지)\s?확대"
    r"|(?:(?:全文|本文|資料|レポート)?(?:の|を)?PDF(?:版|ファイル)?(?:の|を)?|(?:全文|資料)の?)(?:ダウンロード|で読む)(?:する)?"
    r"(?:[\s\u3000]*[（(]\d[\d.,]*\s?[KMG]i?B[)）])?"
    r"|download (?:the )?(?:full )?(?:pdf|report|paper)(?: \(\d[\d.,]*\s?[KMG]B\))?"
    r"|点击(?:查看)?大图|分享到?|分享至|字号|收藏|点赞|打印|返回(?:首页|顶部)|上一篇|下一篇|阅读全文|扫一扫.{0,20}|微信扫.{0,20}"
    r"|공유(?:하기)?|인쇄(?:하기)?|스크랩|글자\s?크기|맨\s?위로|좋아요|슬퍼요|화나요|추천해요|본문\s?바로가기|기사\s?공유"
    r"|댓글\s?(?:쓰기|보기)?|구독(?:하기)?"
)
_LIKELY = (  # labels of menus and sharing rows; alone they may be words of a text
    r"facebook|x|twitter|line|linkedin|instagram|youtube|whatsapp|telegram|reddit|pocket|threads|rss|ポスト|メール|印刷|検索"
    r"|ログイン|ログアウト|メニュー|ホーム|トップ(?:ページ)?|サイトマップ|(?:お)?問い?合わせ|会社(?:概要|案内)|利用規約|採用情報|広告(?:掲載)?"
    r"|個人情報(?:の取り扱い|保護方針)?|プライバシー(?:ポリシー)?|会員ページ|マイページ|特集|新着|ランキング|閉じる|開く|はい|いいえ"
    r"|小|中|大|標準|拡大|english|日本語|中文|한국어|français|español|deutsch"
    r"|home|about(?: us)?|contact(?: us)?|terms(?: of (?:use|service))?|privacy(?: policy)?|cookies?"
    r"|careers|help|faq|sitemap|search|menu|settings|news|archive|print|email|登录|注册|首页|搜索|关于我们|联系我们|微博|微信"
    r"|qq空间|qq|朋友圈|评论|가\+?|로그인|회원가입|검색|홈|메뉴|이용약관|개인정보처리방침|회사소개|문의|페이스북|트위터|카카오톡|네이버|밴드"
)
CONTROL = re.compile(rf"(?:{_SURE})(?:[\s+]*\d[\d,]*)?[\s:：>＞»▼▲+-]*$", re.IGNORECASE)
LABEL = re.compile(rf"(?:{_SURE}|{_LIKELY})(?:[\s+]*\d[\d,]*)?[\s:：>＞»▼▲+-]*$", re.IGNORECASE)
