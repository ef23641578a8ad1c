"""Nicknames: the first names that English shortens, and what it shortens them to."""

from __future__ import annotations

from typing import Final

__all__ = ["first_names_of"]

_TABLE: Final = """
abigail=abby albert=al,bert,bertie alexander=alec,alex,sandy alfred=alf,fred andrew=andy,drew
anthony=tony archibald=archie arthur=art barbara=babs,barbie bartholomew=bart benjamin=ben,benny,benjy
bertram=bert,bertie bertrand=bert,bertie bridget=biddy caroline=caro,carrie catherine=cathy,kate,katy,kitty,cat charles=charlie,charley,chuck
charlotte=lottie christina=chrissie,tina christopher=chris,kit clarence=clarry cordelia=delia
daniel=dan,danny david=dave,davy,davie deborah=deb,debby,debbie dorothea=dolly,dora,dot,dodo
dorothy=dolly,dot,dottie edward=ed,eddie,ned,ted,teddy,neddy edmund=ned,ted eleanor=nell,nelly,ellie,nora
elizabeth=eliza,lizzy,lizzie,liz,beth,betsy,betty,bess,bessie,libby,elsie ellen=nell,nelly,nellie
emily=em,emmy emma=em,emmy esther=hetty,essie eugene=gene frances=fanny,fan,frankie
francis=frank,fran franklin=frank frederick=fred,freddy,freddie,fritz gabriel=gabe george=georgie,geordie
gerald=gerry,jerry gertrude=gertie,trudy gilbert=gil,bert gregory=greg hannah=nan harold=hal,harry
harriet=hattie,hatty,harry helen=nell,nellie,lena henrietta=etta,hetty,hattie
henry=hal,harry,hank herbert=bert,herb horace=horry hugh=hughie isaac=ike isabel=bell,bella,izzy
isabella=bella,bell,izzy jacob=jake,jack james=jem,jim,jimmy,jamie,jemmy jane=jenny,janey,jennie
janet=jenny,jen jemima=mima jennifer=jen,jenny jeremiah=jerry,jem jessica=jess,jessie
joan=joanie john=jack,jackie,johnny,johnnie jonathan=jon,jonny joseph=joe,joey,jos josephine=jo,josie
joshua=josh judith=judy julia=jule,jules katherine=kate,kathy,kitty,katie,kit,kay
kathleen=kathy,kate kenneth=ken lawrence=larry,laurie,lawrie leonard=len,lenny lewis=lew
louis=lou louisa=lou,lulu lucy=lu magdalene=maggie,lena margaret=maggie,meg,peg,peggy,madge,daisy,greta
maria=molly martha=mattie,patty,matty martin=marty mary=molly,polly,mamie,may matilda=tilly,matty
matthew=mat,matt maximilian=max mildred=milly millicent=milly michael=mick,mike,mickey,micky
nathaniel=nat,nate,natty nicholas=nick,nicky oliver=noll,ollie pamela=pam patricia=pat,patty,tricia
patrick=pat,paddy penelope=penny peter=pete philip=phil,pip philippa=pippa priscilla=cilla
prudence=prue rachel=rae raymond=ray rebecca=becky,beck richard=dick,dicky,rick,richie,dickon
robert=bob,bobby,rob,robin,bert roderick=rod,roddy roger=rog rosalind=ros,rosie rosamond=rosy,rosa
rose=rosie,rosy rudolph=rudy samuel=sam,sammy sarah=sally,sal,sadie sebastian=seb
sophia=sophy,sophie stephen=steve,stevie steven=steve susan=sue,susie,suky,sukey susanna=sue,susie
sylvester=sly theodora=dora,theo theodore=ted,teddy,theo theresa=terry,tess,tessie teresa=tess,terry
terence=terry thomas=tom,tommy timothy=tim,timmy tobias=toby valentine=val victor=vic
victoria=vicky vincent=vin,vince virginia=ginny walter=walt,wat wilhelmina=mina,minnie,wilma
william=will,bill,billy,willy,willie winifred=win,winnie zachary=zach
"""


def _read() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for entry in _TABLE.split():
        name, short = entry.split("=")
        for nickname in short.split(","):
            found.setdefault(nickname, []).append(name)
    return {nickname: tuple(names) for nickname, names in found.items()}


_NAMES: Final = _read()


def first_names_of(nickname: str) -> tuple[str, ...]:
    """The first names, in small letters, that a nickname in small letters may stand for."""
    return _NAMES.get(nickname, ())
